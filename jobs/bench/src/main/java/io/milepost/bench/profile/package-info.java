/** Where the time of a recorded run goes. */
package io.milepost.bench.profile;
