/** The events that sentences stand for, as Odoo, suppliers and carriers send them. */
package io.milepost.scenarios.events;
