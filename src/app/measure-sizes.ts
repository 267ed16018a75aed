export async function measureSizes(..._: unknown[]): Promise<void> {}
