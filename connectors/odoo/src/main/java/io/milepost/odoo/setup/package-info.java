/** Installs in Odoo what Milepost needs there, and checks it. */
package io.milepost.odoo.setup;
