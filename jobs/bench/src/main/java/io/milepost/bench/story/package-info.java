/** Events that are made for measuring: how many lines, how many facts each, which way they go. */
package io.milepost.bench.story;
