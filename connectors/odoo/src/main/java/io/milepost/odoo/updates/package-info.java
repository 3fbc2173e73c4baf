/** Applies commands to Odoo so that each effect happens once. */
package io.milepost.odoo.updates;
