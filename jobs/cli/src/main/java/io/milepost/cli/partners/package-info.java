/** Partners' profiles and messages, offline: what a profile makes of what a partner sends. */
package io.milepost.cli.partners;
