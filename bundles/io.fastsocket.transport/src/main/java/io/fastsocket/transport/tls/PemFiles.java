package io.fastsocket.transport.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate chain and its private key, as PEM files.
 *
 * @param certificate the server's certificate, then those that vouch for it
 * @param key its key, PKCS #8, without a password
 */
public record PemFiles(Path certificate, Path key) {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END");

    /** What is looked at to see whether the files have changed; never throws. */
    String stamp() {
        return stamp(certificate) + " " + stamp(key);
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + "/" + Files.size(file);
        } catch (IOException e) {
            return "none";
        }
    }

    /**
     * Reads the files.
     *
     * @throws IOException saying in one line which file, what is wrong, and what is expected
     */
    SslContext read() throws IOException {
        X509Certificate[] chain = chain();
        PublicKey shown = chain[0].getPublicKey();
        PrivateKey secret = secret(shown.getAlgorithm());
        if (!belongTogether(secret, shown)) {
            throw new IOException(
                    "tlsKey %s does not belong to the first certificate in tlsCertificate %s"
                            .formatted(key, certificate));
        }
        return SslContextBuilder.forServer(secret, chain).protocols(PROTOCOLS).build();
    }

    private X509Certificate[] chain() throws IOException {
        try (InputStream in = Files.newInputStream(certificate)) {
            X509Certificate[] chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(in)
                            .toArray(X509Certificate[]::new);
            if (chain.length > 0) {
                return chain;
            }
            throw new IOException(bad("tlsCertificate", certificate, "BEGIN CERTIFICATE"));
        } catch (NoSuchFileException e) {
            throw missing("tlsCertificate", certificate, e);
        } catch (CertificateException | ArrayStoreException e) {
            throw new IOException(bad("tlsCertificate", certificate, "BEGIN CERTIFICATE"), e);
        }
    }

    private PrivateKey secret(String algorithm) throws IOException {
        String text;
        try {
            text = Files.readString(key, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw missing("tlsKey", key, e);
        }
        Matcher found = PKCS8.matcher(text);
        if (!found.find()) {
            throw new IOException(bad("tlsKey", key, "BEGIN PRIVATE KEY"));
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(found.group(1));
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    "tlsKey %s does not belong to the first certificate in tlsCertificate %s: it is no %s key"
                            .formatted(key, certificate, algorithm),
                    e);
        }
    }

    private static IOException missing(String setting, Path file, Throwable cause) {
        return new IOException(setting + " " + file + " does not exist", cause);
    }

    private static String bad(String setting, Path file, String begin) {
        return "%s %s holds no \"%s\"; it must be in PEM, a key in PKCS #8 without a password"
                .formatted(setting, file, begin);
    }

    private static boolean belongTogether(PrivateKey secret, PublicKey shown) throws IOException {
        byte[] text = {'F', 'a', 's', 't'};
        try {
            Signature signature = Signature.getInstance(signature(shown.getAlgorithm()));
            signature.initSign(secret);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(shown);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new IOException("tlsKey cannot be used: " + e.getMessage(), e);
        }
    }

    private static String signature(String algorithm) {
        return switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> algorithm;
        };
    }
}
