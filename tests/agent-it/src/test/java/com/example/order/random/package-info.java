/** Random small programs with a forced schedule, and what full vector clocks say of them. */
package com.example.order.random;
