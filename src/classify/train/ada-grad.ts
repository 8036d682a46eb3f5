/** Moves one parameter against its gradient. */
export type Step = (index: number, gradient: number) => void;

/** Looked up once: tests run in a realm where each look-up of a global is slow. */
const { sqrt } = Math;

/** AdaGrad on one array of parameters. */
export const createStep = (parameters: Float32Array, rate: number): Step => {
  const squares = new Float32Array(parameters.length).fill(1e-2);
  return (index, gradient) => {
    const sum = (squares[index] as number) + gradient * gradient;
    squares[index] = sum;
    parameters[index] = (parameters[index] as number) - (rate * gradient) / sqrt(sum);
  };
};
