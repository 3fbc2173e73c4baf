/** The commands about an Odoo server: setup, doctor, probe. */
package io.milepost.cli.odoo;
