/**
 * The suppliers and carriers of a story as real partners: each speaks its own format to the HTTP
 * intake, gets its orders there, and has its systems answer.
 */
package io.milepost.local.partners;
