/** Submits jobs to a Flink cluster that runs somewhere else, through its REST API. */
package io.milepost.cli.submit;
