/** Programs that are watched; outside of racewatch's own packages, which never are. */
package com.example.guest;
