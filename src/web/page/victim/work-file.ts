import type { FolderFile } from "../../given.ts"

export function openWork(_files: readonly FolderFile[]): void {}
