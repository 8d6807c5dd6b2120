/** Who may know whom. The picture of these arrows is in docs/architecture.md. */
package io.racewatch.architecture;
