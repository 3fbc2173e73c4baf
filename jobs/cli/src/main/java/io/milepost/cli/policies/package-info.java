/** Service-level rules as people write them: YAML files, validated with all problems at once. */
package io.milepost.cli.policies;
