/** What holds a class loader, read from a dump of the heap. Loaded when somebody asks. */
package io.fastsocket.plugins.leaks;
