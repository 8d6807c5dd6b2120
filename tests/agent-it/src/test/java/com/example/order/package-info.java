/** Runs the table of orders: each entry hands memory from one thread to another, or fails to. */
package com.example.order;
