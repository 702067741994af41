package dev.patterned.operator.controlplane;

import java.util.concurrent.CountDownLatch;

/**
 * A program of its own that starts a control plane, says where it is and holds it until it is
 * killed.
 */
final class HeldControlPlane {

    private HeldControlPlane() {}

    public static void main(String[] arguments) throws InterruptedException {
        var plane = ControlPlane.start(ControlPlaneOptions.defaults(), Progress.silent());
        System.out.println(plane.folder());
        plane.processIds().forEach(System.out::println);
        System.out.println();
        new CountDownLatch(1).await();
    }
}
