/** What Glance needs to check a signature, and Nova and Cinder to use an encrypted image: all of them, or it is neither. */
const SIGNED = ["", "_hash_method", "_key_type", "_certificate_uuid"].map((end) => `img_signature${end}`);
const ENCRYPTED = ["os_encrypt_format", "os_encrypt_key_id"];
const UPLOADING = new Set(["saving", "uploading", "importing"]);
const hasAll = (properties, names) => names.every((name) => (properties[name] ?? null) !== null);
const wordIn = (properties, name) => {
    const value = properties[name];
    return typeof value === "string" && value !== "" ? value : null;
};
/** What people look for images by, told by their properties and their state. */
export const soughtBy = (status, properties) => ({
    uploading: UPLOADING.has(status ?? ""),
    signed: hasAll(properties, SIGNED),
    encrypted: hasAll(properties, ENCRYPTED) || wordIn(properties, "cinder_encryption_key_id") !== null,
    image_type: wordIn(properties, "image_type"),
    instance_uuid: wordIn(properties, "instance_uuid"),
    base_image_ref: wordIn(properties, "base_image_ref"),
});
