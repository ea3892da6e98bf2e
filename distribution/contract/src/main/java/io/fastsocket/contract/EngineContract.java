package io.fastsocket.contract;

/** All that an engine must do. */
public interface EngineContract
        extends AdmissionContract, PacketContract, BinaryContract, DeliveryContract, StopContract {}
