import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a chat endpoint was asked. */
export interface ChatQuestion {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format: { readonly json_schema: { readonly strict: boolean } };
  };
}

export interface ChatServer {
  readonly url: string;
  readonly questions: readonly ChatQuestion[];
  close(): Promise<void>;
}

/** The body of a chat completion that says `content`. */
export const completion = (content: string): string =>
  JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content } }] });

/** An OpenAI-compatible chat endpoint on loopback. */
export const startChatServer = async (
  answer: (response: ServerResponse, question: ChatQuestion) => void,
): Promise<ChatServer> => {
  const questions: ChatQuestion[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { authorization } = request.headers;
    const question = { path: request.url ?? '', authorization, body: JSON.parse(text) };
    questions.push(question);
    answer(response, question);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    questions,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
