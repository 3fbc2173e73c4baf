/** How documents are written in a partner's format and brought to the partner. */
package io.milepost.partners.delivery;
