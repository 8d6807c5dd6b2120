/** Ordinary Java of every kind: it must run as before and give no findings. */
package com.example.language;
