package io.fastsocket.spi.contract;

/** A contract is not valid, so nothing can be done with it. The message says why, in one line. */
public final class InvalidContractException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A contract is not valid.
     *
     * @param message which one, and what is wrong
     */
    public InvalidContractException(String message) {
        super(message);
    }
}
