/** Many small kinds of races and of what only looks like one; names of fields are verdicts. */
package com.example.suite.kinds;
