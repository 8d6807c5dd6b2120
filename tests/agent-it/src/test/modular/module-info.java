/** Reads nothing but java.base, and opens nothing. */
module com.example.modular {}
