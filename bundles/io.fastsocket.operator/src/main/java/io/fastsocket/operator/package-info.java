/** What operators watch, over Socket.IO. */
package io.fastsocket.operator;
