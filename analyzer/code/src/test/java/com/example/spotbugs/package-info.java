/**
 * For each multithreading pattern of SpotBugs that speaks of races or deadlocks a program that has
 * it and one that only looks so. Written for this project.
 */
package com.example.spotbugs;
