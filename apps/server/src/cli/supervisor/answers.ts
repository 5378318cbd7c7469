/** True when the address answers with a success, or with any refusal short of a server error when `orRefuses`. */
export async function answers(
  url: string,
  options: { readonly withinMs?: number; readonly orRefuses?: boolean } = {},
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(options.withinMs ?? 2_000),
      redirect: 'manual',
    });
    await response.body?.cancel();
    return response.ok || (options.orRefuses === true && response.status < 500);
  } catch {
    return false;
  }
}
