// What the core asks of a browser: the product's own files, files of the user as sources, ZIPs of Blobs. Of the page
// itself nothing.

export { blobSource, type OutFile, outFiles, sourceBlob, zipAsBlob, zipBlob } from "./blob.ts"
export { type Binaries, type Resources, webHost } from "./work/host.ts"
