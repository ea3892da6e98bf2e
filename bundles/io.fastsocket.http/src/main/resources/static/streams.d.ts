/** What is used of a socket of socket.io-client. */
export interface StreamSocket {
  readonly connected: boolean
  readonly active?: boolean
  on(event: string, listener: (...args: any[]) => void): unknown
  off(event: string, listener: (...args: any[]) => void): unknown
  emit(event: string, ...args: any[]): unknown
}

export interface StreamOptions {
  /** What becomes of events that come when there are no credits. Without it: `latest`. */
  policy?: 'latest' | 'sample' | 'drop'
  /** The shortest time between two elements in milliseconds, 1 to 3600000; for the policy `sample`, which needs it. */
  sample?: number
  /** How many elements may be on their way or wait here, 1 to 10000. Without it: 1. */
  credits?: number
  /** Ends the subscription. */
  signal?: AbortSignal
}

/** Elements, and the end of them: `return()`. */
export interface StreamElements<T> extends AsyncIterableIterator<T> {
  return(value?: any): Promise<IteratorResult<T>>
}

/** What the server has refused, with a number of its list of errors. */
export class StreamError extends Error {
  readonly code: number
  readonly reason: string
  readonly details: { path: string; message: string }[]
}

/** Subscribes to an event that a plugin emits. Throws if the socket has subscribed to it already or is closed, or if the credits are none. */
export function subscribe<T = any>(socket: StreamSocket, event: string, options?: StreamOptions): StreamElements<T>

/** The same as an Observable of the given class, such as that of RxJS. */
export function observable<O>(Observable: new (subscribe: (observer: any) => () => void) => O, socket: StreamSocket, event: string, options?: StreamOptions): O
