/** Why a ZIP that some other program may have packed is not read. */
export type ZipFault = "not-zip" | "damaged" | "encrypted" | "method" | "name" | "too-many" | "too-large"
