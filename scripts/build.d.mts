export declare function buildAll(names?: readonly string[]): Promise<void>
