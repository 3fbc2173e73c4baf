/**
 * What must come out of Milepost, told in words that people in procurement use: the feature files
 * beside this package, and what their sentences mean. The tests of the model, of the operators and
 * of the running job read the same text.
 */
package io.milepost.scenarios;
