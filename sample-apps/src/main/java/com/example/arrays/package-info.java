/** Elements of arrays. */
package com.example.arrays;
