/** Programs whose findings are read word by word. */
package com.example.told;
