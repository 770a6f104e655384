// What the core asks of Node: the product's own templates, fonts and data, files as sources, and ways to write what
// flows hand out.

export { fileSource, localTime, replaceFiles, writeOutputs } from "./files.ts"
export { type HostOptions, nodeHost } from "./host.ts"
export { chooseSigner, type KeyChoice, makeKey } from "./keys.ts"
export { readNamed, verifyInput } from "./read.ts"
export { readCaseFolder, readRecords } from "./read-case.ts"
export { readPhotos } from "./read-papers.ts"
export { listEvidence } from "./walk.ts"
export { writeZip, zipTo } from "./zip.ts"
