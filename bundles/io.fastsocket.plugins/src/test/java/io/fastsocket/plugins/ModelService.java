package io.fastsocket.plugins;

/** What the model has in service of one member. */
final class ModelService {

    final Content content;

    /** Of this installation of it; each has its own bundle. */
    final int serial;

    String file;
    long written;

    ModelService(Content content, int serial, String file, long written) {
        this.content = content;
        this.serial = serial;
        this.file = file;
        this.written = written;
    }

    boolean isBetterThan(ModelFile other) {
        int order = content.compareVersion(other.content);
        return order > 0 || (order == 0 && written >= other.written);
    }

    @Override
    public String toString() {
        return content + " from " + file;
    }
}
