package io.milepost.odoo.setup;

import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes in Odoo what Milepost needs there: a group with its rights, the ledger and its indexes, the
 * action, and the bot's place in the group. A shard's row is made when a task first claims it. May
 * run any number of times: what is there stays, what differs is changed, marks and outcomes are
 * never touched.
 */
public final class OdooSetup {

    private final Records records;
    private final SetupOptions options;

    /**
     * @param administrator a client with an administrator's rights; the caller closes it
     */
    public OdooSetup(OdooClient administrator, SetupOptions options) {
        this.records = new Records(administrator);
        this.options = options;
    }

    /**
     * What would be done; changes nothing.
     *
     * @throws OdooException if Odoo refuses or an app is missing
     */
    public List<SetupStep> plan() throws OdooException, InterruptedException {
        Apps.check(records, options.features());
        List<SetupStep> steps = new ArrayList<>();
        for (Piece piece : pieces()) {
            steps.add(new SetupStep(piece.look(), piece.what()));
        }
        return steps;
    }

    /**
     * Does it.
     *
     * @return what was done
     * @throws OdooException if Odoo refuses; what was made until then stays, and a second run goes
     *     on from there
     */
    public List<SetupStep> run() throws OdooException, InterruptedException {
        Apps.check(records, options.features());
        List<SetupStep> steps = new ArrayList<>();
        for (Piece piece : pieces()) {
            SetupStep.State state = piece.look();
            if (state != SetupStep.State.PRESENT || piece.isMadeAgain()) {
                piece.make();
            }
            steps.add(new SetupStep(state, piece.what()));
        }
        return steps;
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        GroupPiece group = new GroupPiece(records, options.features());
        pieces.add(group);
        pieces.add(ModelPiece.ledger(records));
        pieces.add(ModelPiece.effects(records));
        pieces.addAll(AccessPiece.all(records, group, options.features()));
        pieces.add(new IndexPiece(records));
        ActionPiece action = new ActionPiece(records, group);
        pieces.add(action);
        pieces.add(new ActionRowPiece(records, action));
        pieces.add(new BotPiece(records, group, options));
        return pieces;
    }
}
