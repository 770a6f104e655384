export function packFont(source: Uint8Array): Uint8Array
