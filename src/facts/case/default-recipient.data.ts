/** Whom most cases are about: asked where a case, or an officer, names nobody. */
export const DEFAULT_RECIPIENT = "binance-cn"
