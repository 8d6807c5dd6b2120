package com.example.field;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** Netty: an echo server on two event loops and four clients that each wait for what they sent. */
public final class Netty {
  private static final int CLIENTS = 4;
  private static final int SIZE = 64;

  private Netty() {}

  /** Counts what comes back; its fields belong to its channel's event loop until the latch. */
  private static final class Counter extends SimpleChannelInboundHandler<ByteBuf> {
    private final long expected;
    private final CountDownLatch done = new CountDownLatch(1);
    private long bytes;
    private long sum;

    Counter(long expected) {
      this.expected = expected;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
      while (message.isReadable()) {
        sum += message.readByte();
        bytes++;
      }
      if (bytes == expected) {
        done.countDown();
      }
    }
  }

  /** Sends back what comes. */
  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      context.writeAndFlush(message);
    }
  }

  /** The argument is the number of messages a client. */
  public static void main(String[] args) throws Exception {
    int messages = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    EventLoopGroup loops = new NioEventLoopGroup(2);
    try {
      Channel server =
          new ServerBootstrap()
              .group(loops)
              .channel(NioServerSocketChannel.class)
              .childHandler(
                  new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                      channel.pipeline().addLast(new Echo());
                    }
                  })
              .bind(new InetSocketAddress("127.0.0.1", 0))
              .sync()
              .channel();
      long[] sums = new long[CLIENTS];
      Crew.work(
          CLIENTS,
          number ->
              sums[number] = talk(loops, (InetSocketAddress) server.localAddress(), messages));
      long sum = 0;
      for (long one : sums) {
        sum += one;
      }
      System.out.println("sum " + sum);
      server.close().sync();
    } finally {
      loops.shutdownGracefully().sync();
    }
  }

  private static long talk(EventLoopGroup loops, InetSocketAddress server, int messages)
      throws InterruptedException {
    Counter counter = new Counter((long) messages * SIZE);
    Channel channel =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .handler(counter)
            .connect(server)
            .sync()
            .channel();
    for (int i = 0; i < messages; i++) {
      ByteBuf message = channel.alloc().buffer(SIZE);
      for (int k = 0; k < SIZE; k++) {
        message.writeByte(i + k & 63);
      }
      channel.writeAndFlush(message);
    }
    counter.done.await();
    channel.close().sync();
    return counter.sum;
  }
}
