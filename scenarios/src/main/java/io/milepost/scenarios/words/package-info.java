/** How the sentences of the feature files are read. */
package io.milepost.scenarios.words;
