/** How one thread hands an object to another, rightly and wrongly. */
package com.example.publication;
