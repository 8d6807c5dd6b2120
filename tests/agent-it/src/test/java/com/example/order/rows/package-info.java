/** The table of orders, in the sections and with the ids of {@code docs/happens-before.md}. */
package com.example.order.rows;
