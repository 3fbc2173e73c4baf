/** Files that people write in YAML, read with all problems at once and their places. */
package io.milepost.partners.yaml;
