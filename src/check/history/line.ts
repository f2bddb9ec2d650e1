/** What a line says, before it has a place in a file. */
export interface Line {
  readonly type: 'invoke' | 'ok' | 'fail' | 'info';
  readonly process: string;
  readonly f: string;
  readonly value: object;
  readonly error?: object | undefined;
  readonly atUs: number;
}
