/** What formats share: escaping, folding of stacks, ranking, wording. Knows no format. */
package io.racewatch.report.common;
