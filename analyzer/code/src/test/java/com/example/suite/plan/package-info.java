/** Fields that need no checks, and those that only look so. */
package com.example.suite.plan;
