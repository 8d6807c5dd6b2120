/** Accesses that are no field instruction: handles, updaters, reflection, addresses, copies. */
package com.example.handles;
