/**
 * The distributor's story with an Odoo in it: what its people do is done in Odoo through its API,
 * what suppliers and carriers say is published, and the jobs around Odoo carry the rest.
 */
package io.milepost.local.odoo;
